package org.icportrait.studio;

import ij.ImagePlus;

import java.awt.EventQueue;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.Timer;

import net.miginfocom.swing.MigLayout;

import org.icportrait.imagej.Photograph;
import org.icportrait.imagej.PixelFormat;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/**
 * The window of the studio. It holds the state, wishes for pictures of it and shows those that come. For the event thread; pictures are
 * made on a thread of its own, which ends with the window.
 */
public final class StudioWindow {

	/** Milliseconds without a new wish after which the picture of the last one is made thoroughly, though the mouse is still held. */
	private static final int REST = 150;

	private final StudioHost host;
	private final ImagePlus photograph;
	/** As they were when they came: images may be edited or closed while the studio is open. */
	private final Photograph first;
	private final Map<ImagePlus, Photograph> read = new HashMap<>();
	private final JFrame window;
	private final PortraitCanvas canvas = new PortraitCanvas(this::turned);
	private final StudioControls controls = new StudioControls(this::wish, this::mapped);
	private final PhotographStrip strip;
	private final StatusLine figure = new StatusLine("Reading the head ...");
	private final JButton generate = new JButton("Generate");
	private final JButton save = new JButton("Save with Provenance...");
	private final NewestFirst<StudioState> worker;
	private final Timer rest = new Timer(REST, event -> rests());
	private volatile Renderer renderer;
	private volatile boolean map;
	private StudioState state = StudioState.UNCHANGED;
	private boolean held;
	private ImagePlus result;

	/** Opens the studio on an image, which is read now and not changed; throws {@link BadInput} where it cannot be read. */
	public StudioWindow(final ImagePlus photograph, final StudioHost host) {
		this.host = host;
		this.photograph = photograph;
		first = Photograph.of(photograph);
		renderer = new Renderer(List.of(first));
		strip = new PhotographStrip(photograph, host::openImages, this::joined);
		window = new JFrame("Portrait Studio: " + photograph.getTitle());
		window.setContentPane(content());
		window.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
		worker = new NewestFirst<>("IC-Portrait studio", this::render, failure -> EventQueue.invokeLater(() -> fail(failure)));
		rest.setRepeats(false);
		window.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosed(final WindowEvent event) {
				rest.stop();
				worker.close();
			}
		});
		canvas.showBefore(PixelFormat.RGB.store(first.scaledTo(Renderer.THOROUGH).picture()).getBufferedImage());
		controls.follow(state, null);
		worker.wish(state, false);
	}

	private JPanel content() {
		final JPanel content = new JPanel(new MigLayout("insets 12, wrap 2", "[grow,fill]12[fill]", "[grow,fill]4[]8[]8[]"));
		final JSlider split = new JSlider(0, 1000, 0);
		split.getAccessibleContext().setAccessibleName("Before and after");
		split.addChangeListener(event -> canvas.split(split.getValue() / 1000.0));
		content.add(canvas, "grow, push");
		content.add(controls, "spany 2, top");
		final JPanel below = new JPanel(new MigLayout("insets 0", "[]6[grow,fill]6[]"));
		below.add(new JLabel("After"));
		below.add(split);
		below.add(new JLabel("Before"));
		content.add(below, "growx");
		content.add(strip, "span, growx");
		content.add(buttons(), "span, growx");
		return content;
	}

	private JPanel buttons() {
		final JPanel row = new JPanel(new MigLayout("insets 0", "[]8[grow]8[]6[]6[]"));
		final JButton help = new JButton("Help"), copy = new JButton("Copy Macro");
		help.addActionListener(event -> host.help());
		copy.addActionListener(event -> {
			host.copy(macro());
			figure.setText("Copied: " + macro());
		});
		save.setEnabled(false);
		save.addActionListener(event -> host.save(result));
		generate.addActionListener(event -> generate());
		row.add(help);
		row.add(figure, "growx, wmin 0");
		row.add(copy);
		row.add(save);
		row.add(generate);
		return row;
	}

	private void turned(final double yaw, final double pitch, final double roll, final boolean done) {
		if (renderer.pose() == null) return; // where the head looks is not known yet
		final boolean moved = yaw != 0 || pitch != 0 || roll != 0;
		wish(now -> moved ? now.turnedBy(renderer.pose(), yaw, pitch, roll) : now, done);
	}

	private void wish(final UnaryOperator<StudioState> change, final boolean done) {
		final boolean ends = held && done;
		held = !done;
		final StudioState next = change.apply(state);
		if (next.equals(state) && !ends) return;
		state = next;
		controls.follow(state, renderer.pose());
		worker.wish(state, ends);
		if (held) rest.restart();
		else rest.stop();
	}

	/** The mouse is held and does not move. */
	private void rests() {
		if (held) worker.wish(state, true);
	}

	private void mapped(final boolean shown) {
		map = shown;
		worker.wish(state, false);
	}

	private void joined(final List<ImagePlus> further) {
		try {
			read.keySet().retainAll(further);
			renderer = new Renderer(Stream.concat(Stream.of(first), further.stream().map(image -> read.computeIfAbsent(image, Photograph::of))).toList());
			figure.setText("Reading the head ...");
			worker.wish(state, false);
		}
		catch (final BadInput exception) {
			fail(exception);
		}
	}

	/** On the thread of the studio. */
	private void render(final StudioState wanted, final boolean thorough, final Progress progress) {
		final Renderer mine = renderer;
		final Frame frame = host.withEngine(engine -> mine.render(engine, wanted, map, thorough, progress));
		EventQueue.invokeLater(() -> show(frame));
	}

	private void show(final Frame frame) {
		canvas.showAfter(frame.picture(), frame.knowledge() == null ? null : frame.knowledge().tint());
		controls.show(frame.knowledge());
		controls.follow(state, renderer.pose());
		figure.setText(frame.said());
		if (!frame.thorough() && !held && frame.state().equals(state)) worker.wish(state, true);
	}

	private void fail(final Throwable failure) {
		figure.explain(failure instanceof BadInput ? failure.getMessage() : "There is no picture: " + failure);
	}

	private void generate() {
		generate.setEnabled(false);
		host.generate(photograph, strip.further(), state, made -> {
			generate.setEnabled(true);
			if (made != null) result = made;
			save.setEnabled(result != null);
		});
	}

	/** The line that "Copy Macro" copies. */
	String macro() {
		return host.macro(state, strip.further());
	}

	/** What is wished for now. */
	public StudioState state() {
		return state;
	}

	/** The window, to show it. */
	public JFrame window() {
		return window;
	}
}
