/**
 * The commands under Plugins &gt; IC-Portrait: they read inputs, call {@code portrait} and show what comes back. Parameter names are
 * public API, for macros and scripts; labels, choices and help stand in {@link org.icportrait.commands.Labels}.
 */
package org.icportrait.commands;
