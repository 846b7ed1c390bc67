// Runs the search form of partials/search.html. The theme's worker does the searching; it and the index load on first use.
(() => {
  const MOST_SHOWN = 20;
  const SNIPPET_LENGTH = 160;
  const search = document.querySelector(".ue-search");
  const form = search.querySelector("form");
  const status = search.querySelector("[role=status]");
  const list = search.querySelector("ol");
  const clear = search.querySelector("[type=reset]");
  const words = search.dataset;
  const root = new URL(`${words.base}/`, location.href);
  let engine;

  const start = async () => {
    const response = await fetch(new URL("search/search_index.json", root));
    const index = await response.json();
    const worker = new Worker(new URL(words.worker, location.href));
    const ask = (message) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data.data);
        worker.onerror = reject;
        worker.postMessage(message);
      });
    await ask({ type: 0, data: { ...index, options: {} } });
    return async (query) => (await ask({ type: 2, data: query })).items;
  };

  // The worker finds words that begin with a word of the query. Few are meant by a short one, such as "in" or "the".
  const whole = (query) => query.replace(/(?<![^\s])\p{L}{1,3}(?!\S)/gu, "$&^1");

  // The worker counts words wherever they stand. What is called what somebody searches for comes first.
  const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const likeness = (query, title) => {
    const called = wordsOf(title);
    const found = wordsOf(query).filter((word) => word.length > 3 && called.some((each) => each.startsWith(word)));
    return found.length + found.length / (called.length + 1);
  };
  const ranked = (query, items) =>
    items
      .map((matches) => [Math.max(...matches.map(({ title }) => likeness(query, plainText(title)))), matches])
      .sort(([one], [other]) => other - one)
      .map(([, matches]) => matches);

  const plainText = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent.trim();

  const entry = (matches) => {
    const [best] = matches;
    const page = matches.find(({ location }) => !location.includes("#")) ?? best;
    const link = document.createElement("a");
    link.href = new URL(best.location, root);
    link.textContent = [...new Set([page, best].map(({ title }) => plainText(title)))].join(": ");
    const text = plainText(best.text);
    const snippet = document.createElement("p");
    snippet.textContent = text.length > SNIPPET_LENGTH ? `${text.slice(0, SNIPPET_LENGTH)}…` : text;
    const item = document.createElement("li");
    item.append(link, snippet);
    return item;
  };

  // A page in one language leads to pages in that language. Each but the first has a folder of its own.
  const folders = words.folders.split(" ").filter(Boolean);
  const folderOf = (path) => folders.find((folder) => path.startsWith(folder)) ?? "";
  const own = folderOf(decodeURI(location.href.slice(root.href.length)));
  const inLanguage = (items) => items.filter(([{ location }]) => folderOf(location) === own);

  const show = (message, items = []) => {
    status.textContent = message;
    list.replaceChildren(...items.slice(0, MOST_SHOWN).map(entry));
    list.hidden = items.length === 0;
    clear.hidden = message === "";
  };

  const count = (number) => {
    const sentence = { 0: words.none, 1: words.one }[number] ?? words.other.replace("#", number);
    return number > MOST_SHOWN ? `${sentence}. ${words.first}` : sentence;
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      engine ??= start();
      const query = form.query.value;
      const items = ranked(query, inLanguage(await (await engine)(whole(query))));
      show(count(items.length), items);
    } catch {
      show(words.failed);
    }
  });
  form.addEventListener("reset", () => {
    show("");
    form.query.focus();
  });
  search.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") form.reset();
  });
  search.hidden = false;
})();
