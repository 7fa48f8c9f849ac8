/**
 * Portrait Studio: one window for people who look before they type. What is wished for ({@link org.icportrait.studio.StudioState}, plain
 * values), the one thread that renders it ({@link org.icportrait.studio.NewestFirst}) and what shows it (Swing) know each other in this
 * order alone. It knows no command: what it needs of them is its {@link org.icportrait.studio.StudioHost}.
 */
package org.icportrait.studio;
