/** ONNX Runtime: one environment, the device and why, networks that run in their callers' tensors, cancel. Nothing above sees its classes. */
package org.icportrait.inference;
