package org.icportrait.models;

import com.google.gson.annotations.SerializedName;

import java.util.List;
import java.util.Map;

/**
 * What {@code pack.json} says. Immutable.
 *
 * @param name of the pack
 * @param version of the pack
 * @param authors people or organisations
 * @param licence of the weights, an SPDX identifier
 * @param trainingData what the weights were trained on
 * @param models roles, e.g. "finder", to their networks
 */
public record PackManifest(String name, String version, List<String> authors, String licence,
	@SerializedName("training_data") List<TrainingData> trainingData, Map<String, ModelDescription> models)
{

	/**
	 * Something the weights were trained on.
	 *
	 * @param name of the data
	 * @param licence an SPDX identifier
	 * @param source where to get it
	 */
	public record TrainingData(String name, String licence, String source) {}
}
