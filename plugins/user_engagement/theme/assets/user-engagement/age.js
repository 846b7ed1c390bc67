// Tells readers of a page that was built long ago, by the day it says that it is true for. Without it the page says that day.
(() => {
  const MOST_DAYS = 35;
  const { label, words } = document.currentScript.dataset;
  const asAt = document.querySelector(".ue-about time");
  const heading = document.querySelector("main h1");
  if (!asAt || !heading) return;

  const days = Math.floor((Date.now() - Date.parse(asAt.dateTime)) / 86_400_000);
  if (days <= MOST_DAYS) return;

  const notice = document.createElement("aside");
  notice.className = "ue-notice ue-notice--warning";
  notice.setAttribute("aria-label", label);
  const text = document.createElement("p");
  text.textContent = words.replace("{day}", asAt.textContent).replace("{number}", days);
  notice.append(text);
  heading.after(notice);
})();
