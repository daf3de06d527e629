"""The stages of the pipeline: one module, one typed pure function each; none imports another."""
