/** ONNX Runtime: one environment, the device and why, sessions with buffers of their own, cancel. Nothing above sees its classes. */
package org.icportrait.inference;
