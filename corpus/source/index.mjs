/** Every recipe, in an order in which nothing is copied before it is told. */
import { animals } from "./animals.mjs";
import { bridge } from "./bridge.mjs";
import { cables } from "./cables.mjs";
import { crafts } from "./crafts.mjs";
import { eastern } from "./eastern.mjs";
import { evenings } from "./evenings.mjs";
import { ferry } from "./ferry.mjs";
import { festival } from "./festival.mjs";
import { football } from "./football.mjs";
import { harvest } from "./harvest.mjs";
import { market } from "./market.mjs";
import { mosaic } from "./mosaic.mjs";
import { railway } from "./railway.mjs";
import { marathon, receptions } from "./receptions.mjs";
import { reservoir } from "./reservoir.mjs";
import { roundups } from "./roundups.mjs";
import { singles } from "./singles.mjs";
import { weather } from "./weather.mjs";
import { western } from "./western.mjs";

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
  ...railway,
  ...animals,
  ...reservoir,
  ...roundups,
  ...western,
  ...eastern,
  ...crafts,
  ...receptions,
  ...marathon,
  ...evenings,
  ...singles,
];

/** Bulletins, closes and cables of other days or countries: the same form, another event. Such pairs are `none`. */
export const templateFamilies = [weather, market, cables, receptions].map((family) =>
  family.map((recipe) => recipe.id),
);
