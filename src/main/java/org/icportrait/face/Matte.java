package org.icportrait.face;

/** What a matte says of a place. Stateless. */
public final class Matte {

	/** From which on it shows the person, a tenth of it at most being what lies behind: depths, places and reflectances of a person are taken there alone. */
	public static final float PERSON = 0.9f;

	private Matte() {}
}
