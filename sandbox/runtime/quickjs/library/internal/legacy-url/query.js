/** In place of the package qs, which `url` uses where Node uses its own querystring. */
import querystring from "../../modules/querystring.js";

export const parse = (text) => querystring.parse(text);
export const stringify = (query) => querystring.stringify(query);
