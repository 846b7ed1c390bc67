// Tells readers of a page that was built long ago, by the day it says that it is true for. Without it the page says that day.
(() => {
  const MOST_DAYS = 35;
  const asAt = document.querySelector(".ue-about time");
  const heading = document.querySelector("main h1");
  if (!asAt || !heading) return;

  const days = Math.floor((Date.now() - Date.parse(asAt.dateTime)) / 86_400_000);
  if (days <= MOST_DAYS) return;

  const notice = document.createElement("aside");
  notice.className = "ue-notice ue-notice--warning";
  notice.setAttribute("aria-label", "Age of this page");
  const words = document.createElement("p");
  words.textContent = `This page was last brought up to date on ${asAt.textContent}, ${days} days ago. Newer things may be missing.`;
  notice.append(words);
  heading.after(notice);
})();
