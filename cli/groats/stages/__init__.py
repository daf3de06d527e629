"""The stages of the pipeline: a module or package with one typed pure function each; none imports another."""
