// What everything in our page looks like, in the order of the document: what it is called, and the values that count.
const properties = [
  "display", "position", "visibility", "width", "height", "min-height",
  "margin-top", "margin-right", "margin-bottom", "margin-left",
  "padding-top", "padding-right", "padding-bottom", "padding-left",
  "border-top-width", "border-right-width", "border-bottom-width", "border-left-width",
  "border-top-style", "border-top-color", "border-bottom-style", "border-bottom-color",
  "border-top-left-radius", "border-bottom-right-radius",
  "background-color", "background-image", "box-shadow", "color", "opacity",
  "font-family", "font-size", "font-style", "font-weight", "line-height", "letter-spacing", "text-align",
  "text-decoration-line", "text-decoration-thickness", "text-underline-offset", "text-indent", "text-transform",
  "white-space-collapse", "overflow-wrap", "list-style-type", "appearance", "cursor", "resize", "user-select",
];
const name = (element) => {
  const { part, name, kind } = element.dataset;
  const own = part ? [part, kind, name].filter(Boolean).join(".") : element.localName;
  const around = element.parentElement.closest("[data-part]");
  return part || !around ? own : `${around.dataset.part} ${own}`;
};
// An edge of no width has a style and a colour, which nobody sees.
const isSeen = (style, property) => !/^border-.*-(style|color)$/.test(property) || style[property.replace(/-(style|color)$/, "-width")] !== "0px";
const look = (element, piece) => {
  const style = getComputedStyle(element, piece);
  if (piece && style.content === "none") return [];
  const values = properties.filter((property) => isSeen(style, property)).map((property) => [property, style[property]]);
  return [[name(element) + (piece ?? ""), Object.fromEntries(values)]];
};
const page = document.querySelector("[data-part=page]");
return [page, ...page.querySelectorAll("*")].flatMap((element) => [null, "::before", "::after"].flatMap((piece) => look(element, piece)));
