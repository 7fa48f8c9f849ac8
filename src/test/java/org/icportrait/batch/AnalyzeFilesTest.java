package org.icportrait.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.icportrait.bridge.EggHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeFilesTest {

	/** Nobody needs a program of his own to find blinks and turned heads; also of photographs that an earlier run has read, and of every face. */
	@Test
	void theTableOfResultsHasTheNumbersOfEachFace(@TempDir final Path folder) throws IOException {
		final CommandLineRun line = new CommandLineRun(folder);
		line.save(EggHead.faces(EggHead.SIDE, 2, 3, 6, 3), "a.png");
		line.save(EggHead.faces(EggHead.SIDE), "nobody.png");
		final Path table = folder.resolve("t.csv");
		final String[] arguments = { "analyze", line.in("a.png").getParent().toString(), "--results", table.toString(), "--resume", "--faces", "all" };
		assertEquals(1, line.run(arguments));
		final List<String> rows = Files.readAllLines(table);
		assertEquals("file,page,status,result,request_sha256,message,face,x,y,side,score,drawn,cut,yaw,pitch,roll,confidence,yaw_interval,pitch_interval,roll_interval," +
			"right_eye_open,left_eye_open", rows.get(0));
		assertEquals(4, rows.size(), rows::toString);
		final JsonArray found = JsonParser.parseString(Files.readString(line.out("a-analyzed.json"))).getAsJsonObject().getAsJsonObject("made").getAsJsonArray("found");
		final List<String> columns = List.of(rows.get(0).split(","));
		for (int face = 0; face < 2; face++) {
			final String[] row = rows.get(1 + face).split(",", -1);
			assertEquals(columns.size(), row.length);
			assertEquals(String.valueOf(face + 1), row[columns.indexOf("face")]);
			for (final String name : List.of("x", "yaw", "pitch", "confidence")) {
				assertEquals(found.get(face).getAsJsonObject().get(name).getAsDouble(), Double.parseDouble(row[columns.indexOf(name)]), 1e-4, name);
			}
		}
		assertTrue(rows.get(3).contains("nobody.png,1,failed,") && rows.get(3).endsWith(",".repeat(FaceFigures.COLUMNS.size())), rows.get(3));
		assertEquals(1, line.run(arguments));
		assertEquals(rows.get(2).replace(",done,", ",done before,"), Files.readAllLines(table).get(2));
	}

	@Test
	void whatWasNotReadIsEmptyInTheTable(@TempDir final Path folder) throws IOException {
		final Path sidecar = folder.resolve("a.json");
		Files.writeString(sidecar, "{\"made\": {\"found\": [{\"x\": 1.23456, \"y\": -0.00001, \"side\": 300, \"score\": 0.8, \"cut\": true, \"yaw\": -60.0, \"pitch\": 1, \"roll\": 2, " +
			"\"confidence\": 0.75, \"eyelids_open\": [null, 0.4]}]}}");
		assertEquals(List.of(List.of("1", "1.2346", "0", "300", "0.8", "0", "1", "-60", "1", "2", "0.75", "", "", "", "", "0.4")), FaceFigures.of(sidecar));
	}
}
