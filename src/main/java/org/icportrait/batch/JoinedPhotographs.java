package org.icportrait.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.icportrait.portrait.Person;
import org.icportrait.portrait.Profile;
import org.icportrait.request.PortraitRequest;
import org.icportrait.request.Requests;
import org.icportrait.request.Source;
import org.icportrait.request.Sources;
import org.icportrait.work.Progress;

/** The photographs that join every one of a run, read once. Thread-safe. */
final class JoinedPhotographs {

	/** By what the request calls them. */
	private final Map<Source, Profile> further = new LinkedHashMap<>();

	/** @param asked of any photograph; throws {@link org.icportrait.work.BadInput} where one cannot be used */
	JoinedPhotographs(final PortraitRequest asked, final Sources sources) {
		final List<Profile> read = Requests.further(asked, sources, Progress.NONE);
		for (int i = 0; i < read.size(); i++) further.put(asked.further().get(i), read.get(i));
	}

	/** The person of a photograph; none joins itself. @param request of that photograph */
	Person person(final Profile first, final PortraitRequest request) {
		final List<Profile> profiles = new ArrayList<>(List.of(first));
		further.forEach((source, profile) -> {
			if (!source.isSameAs(request.profiles().get(0))) profiles.add(profile);
		});
		return new Person(profiles);
	}
}
