package org.icportrait.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Pose;
import org.icportrait.image.Picture;
import org.icportrait.light.FaceLight;
import org.icportrait.light.HeadBox;
import org.icportrait.light.Light;
import org.icportrait.light.LightEstimator;
import org.icportrait.light.LightReading;
import org.icportrait.light.LitHead;
import org.icportrait.light.OwnShading;
import org.icportrait.light.PatchMask;
import org.icportrait.light.PixelMask;
import org.icportrait.light.StitchNetwork;
import org.icportrait.light.StitchOptions;
import org.icportrait.quality.HeldOut.Group;
import org.icportrait.quality.HeldOut.View;
import org.icportrait.work.Progress;

/**
 * Stitched light on held-out groups: a profile, a reference in another light, and the truth: the profile in that light. The head only.
 */
final class StitchQuality {

	/** What a reference shows. */
	enum Kind {
		ANOTHER_PERSON, SAME_PERSON_ANOTHER_VIEW, THE_TARGET_ITSELF
	}

	/** Pairs of each kind and group. */
	private static final int PAIRS = Integer.getInteger("pairs", 6);
	private static final double LARGEST_YAW = 60;
	/** Linear grey of what is hidden. */
	private static final float GREY = 0.21f;
	private static final double[] RATIOS = { 0, 0.25, 0.5, 0.8, 0.95 };

	private record Trio(View profile, View target, View reference) {}

	private final Function<View, HeadReading> read;
	private final StitchNetwork network;

	private StitchQuality(final Function<View, HeadReading> read, final StitchNetwork network) {
		this.read = read;
		this.network = network;
	}

	/** Four fifths masked; the target itself unmasked. The network is null where the pack has none. */
	static String measure(final List<Group> groups, final Function<View, HeadReading> read, final StitchNetwork network) {
		final StringBuilder out = new StringBuilder();
		for (final Kind kind : Kind.values()) {
			final StitchOptions options = kind == Kind.THE_TARGET_ITSELF ? new StitchOptions(0, 0, 1, false) : StitchOptions.DEFAULT;
			out.append(kind.name().toLowerCase().replace('_', ' ')).append(", masked ").append(options.ratio()).append("\n\n");
			out.append(new StitchQuality(read, network).table(groups, kind, options)).append('\n');
		}
		return out.toString();
	}

	/** si-MSE of stitches by the masked share; of a pack with a stitch network its own too. */
	static String byRatio(final List<Group> groups, final Function<View, HeadReading> read, final StitchNetwork network) {
		final StringBuilder out = new StringBuilder("| masked | stitch | another person | same person, another view | the target itself |\n|---|---|---|---|---|\n");
		final StitchQuality quality = new StitchQuality(read, network);
		for (final double ratio : RATIOS) {
			final Map<String, List<List<Double>>> rows = new LinkedHashMap<>();
			for (final Kind kind : Kind.values()) for (final Trio trio : trios(groups, kind)) quality.addErrors(rows, trio, kind, new StitchOptions(ratio, 0, 1, false));
			rows.forEach((method, errors) -> {
				out.append("| ").append(ratio).append(" | ").append(method);
				for (final List<Double> kind : errors) out.append(String.format(" | %.5f (%d)", Statistics.mean(kind), kind.size()));
				out.append(" |\n");
			});
		}
		return out.toString();
	}

	/** @param rows by method, for each kind the errors of its pairs */
	private void addErrors(final Map<String, List<List<Double>>> rows, final Trio trio, final Kind kind, final StitchOptions options) {
		final HeadReading a = read.apply(trio.profile), b = read.apply(trio.reference), hidden = read.apply(masked(trio.reference, options));
		if (a == null || b == null) return;
		final LitHead profile = RelightQuality.lit(trio.profile, a);
		final StitchOptions told = options.withSamePerson(kind != Kind.ANOTHER_PERSON);
		final Map<String, Picture> made = new LinkedHashMap<>();
		made.put("unchanged", trio.profile.picture());
		made.put("as shipped", RelightQuality.stitch(profile, RelightQuality.lit(trio.reference, b), told));
		made.put("the reference masked before it is read", hidden == null ? null : RelightQuality.stitch(profile, RelightQuality.lit(trio.reference, hidden), told));
		if (network != null) made.put("stitch network", network(trio, profile, told));
		made.forEach((method, picture) -> {
			final List<List<Double>> kinds = rows.computeIfAbsent(method, m -> Arrays.stream(Kind.values()).map(k -> (List<Double>) new ArrayList<Double>()).toList());
			if (picture != null) kinds.get(kind.ordinal()).add(Metrics.scaleInvariantError(picture, trio.target.picture(), RelightQuality.head(trio.profile)));
		});
	}

	private String table(final List<Group> groups, final Kind kind, final StitchOptions options) {
		final Map<String, List<List<Double>>> table = new LinkedHashMap<>();
		int missed = 0;
		for (final Trio trio : trios(groups, kind)) {
			final HeadReading a = read.apply(trio.profile), b = read.apply(trio.reference);
			if (a == null || b == null) missed++;
			else add(table, trio, a, b, options.withSamePerson(kind != Kind.ANOTHER_PERSON));
		}
		return RelightQuality.format(table) + missed + " pairs not read\n";
	}

	private void add(final Map<String, List<List<Double>>> table, final Trio trio, final HeadReading a, final HeadReading b, final StitchOptions options) {
		final LitHead profile = RelightQuality.lit(trio.profile, a), reference = RelightQuality.lit(trio.reference, b);
		final boolean[] head = RelightQuality.head(trio.profile);
		final View target = trio.target;
		add(table, "unchanged", trio.profile.picture(), target, head);
		add(table, "low-frequency ratio", RelightQuality.lowFrequencyRatio(trio.profile, trio.reference, options), target, head);
		add(table, "spherical harmonics alone", RelightQuality.harmonicsAlone(profile, reference, options), target, head);
		add(table, "stitch without network", RelightQuality.stitch(profile, reference, options), target, head);
		final HeadReading hidden = read.apply(masked(trio.reference, options));
		if (hidden != null) {
			add(table, "stitch without network, reference masked before it is read", RelightQuality.stitch(profile,
				RelightQuality.lit(trio.reference, hidden), options), target, head);
		}
		add(table, "stitch without network, true surfaces", RelightQuality.stitch(RelightQuality.lit(trio.profile, trio.profile.truth()),
			RelightQuality.lit(trio.reference, trio.reference.truth()), options), target, head);
		if (network == null) return;
		add(table, "stitch network", network(trio, profile, options), target, head);
		add(table, "stitch network, true surface", network(trio, RelightQuality.lit(trio.profile, trio.profile.truth()), options), target, head);
	}

	/** The reference with what is hidden of it grey, as a network is shown it. */
	private static View masked(final View view, final StitchOptions options) {
		final PatchMask visible = PatchMask.of(HeldOut.SIZE, HeldOut.SIZE, options);
		final Picture picture = view.picture().copy();
		for (int i = 0; i < picture.data().length; i++) {
			if (!visible.shows(i % HeldOut.SIZE, i / HeldOut.SIZE % HeldOut.SIZE)) picture.data()[i] = GREY;
		}
		return new View(picture, view.matte(), view.head(), view.coordinates(), view.depth(), view.backDepth(), view.normals(), view.albedo(), view.rotation(),
			view.camera(), view.landmarks(), view.light());
	}

	private Picture network(final Trio trio, final LitHead profile, final StitchOptions options) {
		final Light own = LightEstimator.estimate(profile, PixelMask.ALL, Progress.NONE);
		final Picture shading = OwnShading.of(profile, own, Progress.NONE);
		final LightReading light = LightReading.stitched(network, trio.reference.picture(), box(trio.reference), options, Progress.NONE);
		final LitHead head = new LitHead(profile.picture(), profile.area(), profile.surface(), profile.rotation(), profile.guess(), box(trio.profile));
		return RelightQuality.relit(head, shading, light.on(head, shading, FaceLight.of(head.maps(), shading), Progress.NONE));
	}

	/** As bright as the truth over the head: how bright a picture is to be is asked for apart. */
	private static void add(final Map<String, List<List<Double>>> table, final String method, final Picture made, final View truth, final boolean[] head) {
		final int n = head.length;
		double ours = 1e-9, theirs = 0;
		for (int i = 0; i < 3 * n; i++) {
			if (!head[i % n]) continue;
			ours += made.data()[i];
			theirs += truth.picture().data()[i];
		}
		final Picture scaled = made.copy();
		for (int i = 0; i < 3 * n; i++) scaled.data()[i] *= (float) (theirs / ours);
		RelightQuality.add(table, method, scaled, truth, head);
	}

	private static HeadBox box(final View view) {
		return new HeadBox(view.camera().x0(), view.camera().y0(), 2 * view.camera().s(), Pose.of(view.rotation()).roll());
	}

	/** The same for every run: chosen by a fixed seed. */
	private static List<Trio> trios(final List<Group> groups, final Kind kind) {
		final Random random = new Random(1);
		final List<Trio> trios = new ArrayList<>();
		for (final Group group : groups) {
			for (int found = 0, tried = 0; found < PAIRS && tried < 1000; tried++) {
				final Trio trio = trio(group, kind, random);
				if (trio == null) continue;
				trios.add(trio);
				found++;
			}
		}
		return trios;
	}

	private static Trio trio(final Group group, final Kind kind, final Random random) {
		final int person = random.nextInt(Group.PEOPLE), angle = random.nextInt(Group.ANGLES), light = random.nextInt(Group.LIGHTS);
		final int profile = Group.index(person, angle, light), target = Group.index(person, angle, (light + 1 + random.nextInt(2)) % Group.LIGHTS);
		final int reference = kind == Kind.THE_TARGET_ITSELF ? target : random.nextInt(group.views().length);
		final boolean same = reference / (Group.ANGLES * Group.LIGHTS) == person;
		if (group.lightPlace()[reference] != group.lightPlace()[target] || same != (kind != Kind.ANOTHER_PERSON)) return null;
		if (kind == Kind.SAME_PERSON_ANOTHER_VIEW && reference == target) return null;
		for (final int i : new int[] { profile, reference }) if (Math.abs(Pose.of(group.views()[i].rotation()).yaw()) > LARGEST_YAW) return null;
		return new Trio(group.views()[profile], group.views()[target], group.views()[reference]);
	}
}
