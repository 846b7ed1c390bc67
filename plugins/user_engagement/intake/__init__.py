"""Answers to a survey: counted, protected and drafted; what people wrote in their own words stays where it is."""
