package org.icportrait.studio;

import java.awt.Font;
import java.awt.Insets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSeparator;
import javax.swing.JSlider;
import javax.swing.JToggleButton;

import net.miginfocom.swing.MigLayout;

import org.icportrait.light.LightPreset;
import org.icportrait.request.LightWords;
import org.icportrait.request.MethodWords;
import org.icportrait.request.ViewWords;

/** What stands beside the picture: the light, the view, and what is known. It shows a state and wishes for others. */
final class StudioControls extends JPanel {

	/** Takes wishes: a change of the state, and whether that is all for now (or the mouse still holds something). */
	interface Wishes {

		void wish(UnaryOperator<StudioState> change, boolean done);
	}

	private static final long serialVersionUID = 1;
	private static final int ICON = 28, STEPS = 20;
	private static final String[] KINDS = { "seen in a photograph", "from the other half of the head", "in no photograph: guessed, or generated" };

	private final transient Wishes wishes;
	private final LightBall ball;
	private final transient Map<String, JToggleButton> lights = new LinkedHashMap<>();
	private final JSlider strength = new JSlider(0, 2 * STEPS);
	private final JSlider hardness = new JSlider(0, STEPS);
	private final JLabel angles = new JLabel();
	private final JCheckBox shoulders = new JCheckBox("Shoulders turn too");
	private final JCheckBox map = new JCheckBox("Show what is known of each pixel");
	private final JLabel[] shares = new JLabel[3];
	private final JCheckBox filled = new JCheckBox("Generate fills in what no photograph shows");
	private boolean following;

	/** @param mapped takes whether what is known is to be shown */
	StudioControls(final Wishes wishes, final Consumer<Boolean> mapped) {
		super(new MigLayout("insets 0, wrap 2", "[right][grow,fill,200::]", "[]4[]"));
		this.wishes = wishes;
		ball = new LightBall((place, done) -> wishes.wish(state -> state.litFrom(place.azimuth(), place.elevation()), done));
		addLight();
		addView();
		addMap(mapped);
	}

	private void heading(final String text) {
		final JLabel heading = new JLabel(text);
		heading.setFont(heading.getFont().deriveFont(Font.BOLD));
		add(heading, "span, split 2, left, growx 0" + (getComponentCount() > 0 ? ", gaptop 8" : ""));
		add(new JSeparator(), "growx, gapleft 4");
	}

	private void addLight() {
		heading("Light");
		add(ball, "span, center");
		final JPanel grid = new JPanel(new MigLayout("insets 0, wrap 4, gap 2", "[sg,grow,fill]"));
		final ButtonGroup group = new ButtonGroup();
		addPreset(grid, group, LightWords.KEPT, "as it is");
		for (final LightPreset preset : LightPreset.values()) addPreset(grid, group, preset.label(), preset.label().replace("key ", ""));
		addPreset(grid, group, LightWords.DIRECTION, "lamp");
		add(grid, "span, growx");
		slider("Strength", strength, "1: as bright as the photograph's own light", state -> state.litLike((double) strength.getValue() / STEPS, state.hardness()));
		slider("Hardness", hardness, "Of the lamp that you drag; 1: a bare lamp with sharp shadows", state -> state.litLike(state.strength(),
			(double) hardness.getValue() / STEPS));
	}

	private void addPreset(final JPanel grid, final ButtonGroup group, final String word, final String label) {
		final JToggleButton button = new JToggleButton(label, Ball.icon(Ball.light(StudioState.UNCHANGED.lit(word)), ICON));
		button.setVerticalTextPosition(JToggleButton.BOTTOM);
		button.setHorizontalTextPosition(JToggleButton.CENTER);
		button.setMargin(new Insets(3, 2, 3, 2));
		button.setToolTipText(word);
		button.addActionListener(event -> wishes.wish(state -> state.lit(word), true));
		group.add(button);
		grid.add(button);
		lights.put(word, button);
	}

	private void slider(final String label, final JSlider slider, final String help, final UnaryOperator<StudioState> change) {
		final JLabel name = new JLabel(label);
		name.setLabelFor(slider);
		name.setToolTipText(help);
		slider.setToolTipText(help);
		slider.getAccessibleContext().setAccessibleName(label);
		slider.addChangeListener(event -> {
			if (!following) wishes.wish(change, !slider.getValueIsAdjusting());
		});
		add(name);
		add(slider, "wmin 60");
	}

	private void addView() {
		heading("View");
		add(angles, "span, left");
		final JButton own = new JButton("As photographed"), front = new JButton("To the front");
		own.addActionListener(event -> wishes.wish(StudioState::unturned, true));
		front.addActionListener(event -> wishes.wish(state -> state.lookingTo(0, 0, 0), true));
		add(own, "span, split 2, growx");
		add(front, "growx");
		shoulders.addActionListener(event -> wishes.wish(state -> state.turning(shoulders.isSelected() ? ViewWords.BUST : ViewWords.HEAD), true));
		add(shoulders, "span, left");
	}

	private void addMap(final Consumer<Boolean> mapped) {
		heading("What is known");
		map.addActionListener(event -> mapped.accept(map.isSelected()));
		add(map, "span, left");
		final int[] colours = { Knowledge.SEEN, Knowledge.MIRRORED, Knowledge.UNKNOWN };
		for (int i = 0; i < shares.length; i++) {
			shares[i] = new JLabel("100 % " + KINDS[i]);
			shares[i].setIcon(new Swatch(colours[i]));
			add(shares[i], "span, left, gapleft 4, w " + shares[i].getPreferredSize().width + "!"); // the window must not move when numbers come
		}
		show((Knowledge) null);
		filled.setToolTipText("Where the models can, by the method in-context; the picture here stays geometric");
		filled.addActionListener(event -> wishes.wish(state -> state.madeBy(filled.isSelected() ? MethodWords.AUTOMATIC : MethodWords.GEOMETRIC), true));
		add(filled, "span, left");
	}

	/** Shows a state, and where the head looks in the photograph, as far as that is known. */
	void follow(final StudioState state, final org.icportrait.geometry.Pose own) {
		following = true;
		ball.follow(state);
		if (lights.containsKey(state.light())) lights.get(state.light()).setSelected(true);
		strength.setValue((int) Math.round(state.strength() * STEPS));
		strength.setEnabled(!state.light().equals(LightWords.KEPT));
		hardness.setValue((int) Math.round(state.hardness() * STEPS));
		hardness.setEnabled(state.light().equals(LightWords.DIRECTION));
		filled.setSelected(MethodWords.mayGenerate(state.method()));
		shoulders.setSelected(state.turn().equals(ViewWords.BUST));
		if (state.turned()) angles.setText(text(state.yaw(), state.pitch(), state.roll()));
		else angles.setText(own == null ? "Yaw, pitch, roll: being read" : text(own.yaw(), own.pitch(), own.roll()));
		following = false;
	}

	/** Shows the shares of what is known; null for none yet. */
	void show(final Knowledge knowledge) {
		for (int i = 0; i < shares.length; i++) {
			final double share = knowledge == null ? 0 : i == 0 ? knowledge.seen() : i == 1 ? knowledge.mirrored() : knowledge.unknown();
			shares[i].setText(knowledge == null ? KINDS[i] : String.format(Locale.ROOT, "%.0f %% %s", 100 * share, KINDS[i]));
		}
	}

	private static String text(final double yaw, final double pitch, final double roll) {
		return String.format(Locale.ROOT, "Yaw %.1f°, pitch %.1f°, roll %.1f°", yaw, pitch, roll);
	}
}
