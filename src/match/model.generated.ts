/** Made by `npm run train`; do not edit. */
import type { VerdictModel } from "./model.js";

export const MODEL: VerdictModel = {
  version: 1,
  data: "541 judged pairs of reuse-dev.jsonl, document frequencies of 23905 articles of SaudiNewsNet, a group of copies counted once",
  collection: {
    reuse: {
      intercept: -5.5919,
      coefficients: {
        densest: 7.6189,
        bestPassage: 0.71888,
        replaced: -4.1011,
        template: 0.55739,
      },
    },
    whole: {
      intercept: -7.6886,
      coefficients: {
        distinctiveLess: 9.0229,
        distinctiveMore: 3.003,
        formula: 0.23638,
        template: -1.363,
      },
    },
    related: {
      intercept: -4.8504,
      coefficients: {
        cosine: -3.9149,
        leadLess: 6.7221,
        leadMore: 4.3044,
      },
    },
    relatedThreshold: 0.37637,
  },
  bare: {
    reuse: {
      intercept: -5.9872,
      coefficients: {
        densest: 7.8922,
        bestPassage: 0.69442,
        replaced: -8.052,
        template: 0,
      },
    },
    whole: {
      intercept: -9.0695,
      coefficients: {
        distinctiveLess: 8.8802,
        distinctiveMore: 4.1989,
        formula: 0,
        template: 0,
      },
    },
    related: {
      intercept: -4.6914,
      coefficients: {
        cosine: -4.4138,
        leadLess: 5.3216,
        leadMore: 4.7066,
      },
    },
    relatedThreshold: 0.35959,
  },
};
