// The pieces that several views share: headings, cards, pages of a list.

import { el } from "./element.js";
import { icon, shape } from "./icons.js";
import { picture } from "./picture.js";

const CARDS_PER_PAGE = 6;

/** The name of a field beside its shape. */
export function fieldMark(app, key) {
  const name = app.words.of(app.catalog.term("fields", key).name);
  return el("span", { class: "mark" }, shape(key), el("span", {}, name));
}

export function countryBadge(app, code) {
  return el("span", { class: `country country--${code.toLowerCase()}` }, app.words.ui(`country_${code}`));
}

export function heading(app, pair, ...over) {
  const title = el("h1", { class: "title", lang: langMark(app, pair) }, app.words.plain(pair));
  return el("header", { class: "heading" }, over.length > 0 && el("p", { class: "heading__over" }, over), title);
}

/** The lang of words for their own element: only where it is not the page's. */
export function langMark(app, pair) {
  const lang = app.words.langOf(pair);
  return lang === app.words.language.html_lang ? undefined : lang;
}

/** The first picture of a product, as decoration beside its name. */
export function productPicture(app, product, sizes) {
  const [first] = product.pictures ?? [];
  return picture(app.catalog.picture(first), { field: product.field, sizes });
}

/** A product to touch; `more` stands below its name. */
export function card(app, product, more) {
  const vendor = app.catalog.term("vendors", product.vendor);
  return el("button", {
    type: "button", class: "card", "data-product": product.slug, "data-key": `product-${product.slug}`,
    onClick: () => app.open({ route: "product", key: product.slug }),
  },
  productPicture(app, product, "(orientation: portrait) 46vw, 24vw"),
  el("span", { class: "card__words" },
    el("span", { class: "card__title" }, app.words.of(product.title)),
    el("span", { class: "card__vendor" }, app.words.of(vendor.name), countryBadge(app, product.country)),
    more));
}

/** The first of the figures that people compare, for a list of one kind of product. */
export function firstFigure({ words, catalog }, { specs = [] }) {
  const spec = specs.find((found) => found.is_headline);
  return spec && el("span", { class: "card__figure" },
    words.of(catalog.term("spec_keys", spec.key).name), el("b", {}, words.of(spec.value)));
}

/** {items, page, count}: the items of one page of at most `size`. */
export function pageOf(items, page, size) {
  const count = Math.max(1, Math.ceil(items.length / size));
  const shown = Math.min(page ?? 0, count - 1);
  return { items: items.slice(shown * size, (shown + 1) * size), page: shown, count };
}

/** Previous and next below a list; nothing for a single page. */
export function pager(app, { page, count }) {
  if (count < 2) return null;
  const turn = (to) => () => app.change({ page: to, scrolls: {} });
  const { ui } = app.words;
  return el("nav", { class: "pager", "aria-label": ui("pages") },
    el("button", { type: "button", class: "button", "data-key": "page-before", disabled: page === 0, onClick: turn(page - 1) },
      icon("back"), el("span", {}, ui("previous_page"))),
    el("p", { class: "pager__count", role: "status" }, ui("page_of", { page: page + 1, count })),
    el("button", { type: "button", class: "button", "data-key": "page-after", disabled: page === count - 1, onClick: turn(page + 1) },
      el("span", {}, ui("next_page")), icon("forward")));
}

/** A list of cards with its pages. */
export function cardList(app, products, place) {
  const shown = pageOf(products, place.page, CARDS_PER_PAGE);
  if (products.length === 0) return el("p", { class: "lead" }, app.words.ui("nothing_here"));
  return [
    el("ul", { class: "cards" }, shown.items.map((product) => el("li", {}, card(app, product, firstFigure(app, product))))),
    pager(app, shown),
  ];
}
