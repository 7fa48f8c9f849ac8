/** Skin in a frame: what the photographs show of it, its tone, light and beard; and where they show none, what is drawn. And what is no skin beside it: cloth, jewellery. */
package org.icportrait.skin;
