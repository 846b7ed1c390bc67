"""Forms made from the model: the editing page in the browser, and the forms of GitHub issues."""
