/** Every recipe, in an order in which nothing is copied before it is told. */
import { bridge } from "./bridge.mjs";
import { cables } from "./cables.mjs";
import { ferry } from "./ferry.mjs";
import { festival } from "./festival.mjs";
import { football } from "./football.mjs";
import { harvest } from "./harvest.mjs";
import { market } from "./market.mjs";
import { mosaic } from "./mosaic.mjs";
import { weather } from "./weather.mjs";

export const recipes = [
  ...bridge,
  ...harvest,
  ...festival,
  ...football,
  ...weather,
  ...market,
  ...cables,
  ...mosaic,
  ...ferry,
];

/** Bulletins, closes and cables of other days or countries: the same form, another event. Such pairs are `none`. */
export const templateFamilies = [weather, market, cables].map((family) => family.map((recipe) => recipe.id));
