/** Model packs: the manifest, the licences, and the proof that every byte is the one that was published. */
package org.icportrait.models;
