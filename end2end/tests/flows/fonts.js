(async () => {
  await document.fonts.ready;
  const plain = (family) => family.replaceAll(/["']/g, "");
  const loaded = [...document.fonts].filter((face) => face.status === "loaded").map((face) => plain(face.family));
  const texts = [];
  const walker = document.createTreeWalker(document.querySelector("[data-part=page]"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const range = document.createRange();
    range.selectNode(walker.currentNode);
    if (walker.currentNode.data.trim() && range.getClientRects().length > 0) texts.push(range);
  }
  // A text's box begins at the ascent of its face, so that a line that stays and a text that moves in it are told apart.
  const boxes = () => texts.map((text) => text.getClientRects()[0]);
  const before = boxes();
  const root = document.documentElement;
  const families = getComputedStyle(root).getPropertyValue("--auth-font").split(",").slice(1).join(",");
  root.style.setProperty("--auth-font", families);
  // A face that stands in is loaded as well, if only from the system.
  boxes();
  await document.fonts.ready;
  const moved = boxes().map(({ top, width }, index) => ({
    text: texts[index].toString().trim(),
    by: top - before[index].top,
    wider: width / before[index].width,
  }));
  root.style.removeProperty("--auth-font");
  return { loaded, moved };
})()
