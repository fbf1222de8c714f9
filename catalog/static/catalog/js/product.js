import { startGallery } from "./gallery.js";
import { startShare } from "./share.js";

document.querySelectorAll("[data-gallery]").forEach(startGallery);
document.querySelectorAll("[data-share]").forEach(startShare);
