// The code that takes a product along on a phone.

import { el } from "../element.js";

/** The QR code of the product's public page in this language; nothing where it cannot be loaded. */
export function code({ words }, product) {
  const image = el("img", { src: product.qr_url[words.code], width: 200, height: 200, alt: words.ui("qr_alt") });
  const figure = el("figure", { class: "code" }, image,
    el("figcaption", {}, el("b", {}, words.ui("take_along")), el("span", {}, words.ui("scan"))));
  image.addEventListener("error", () => figure.remove(), { once: true });
  return figure;
}
