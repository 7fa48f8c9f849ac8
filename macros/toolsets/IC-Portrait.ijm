// A button with the commands of IC-Portrait: choose "IC-Portrait" under ">>" at the end of the toolbar.
var commands = newMenu("IC-Portrait Menu Tool", newArray("Open Portrait...", "Open Sample Portrait", "Portrait Studio...", "-",
	"Analyze Portrait...", "Warp View...", "Stitch Lighting...",
	"Generate Portrait...", "View x Light Series...", "-", "Save with Provenance...", "Copy Methods Text", "-", "Models and Devices..."));

macro "IC-Portrait Menu Tool - C037O31aeV6622Va622L7bab" {
	command = getArgument();
	if (command != "-") run(command);
}
