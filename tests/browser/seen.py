"""What a reader sees of the text of a page, for tests in the browser."""

SEEN = """
const hidden = (element) => getComputedStyle(element).clipPath === "inset(50%)"
  || (element.parentElement !== null && hidden(element.parentElement));
const seen = (element) => element.checkVisibility({visibilityProperty: true}) && !hidden(element);
const texts = (root) => {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), found = [];
  while (walk.nextNode()) {
    if (walk.currentNode.textContent.trim() && seen(walk.currentNode.parentElement)) found.push(walk.currentNode);
  }
  return found;
};
"""
"""Functions in JavaScript: is an element seen; the nodes of text below an element that are."""
