"""The guided start: a talk in the terminal that ends in a municipality's file, in a project folder made if need be."""
