/** Made by `npm run train`; do not edit. */
import type { VerdictModel } from "./model.js";

export const MODEL: VerdictModel = {
  version: 10,
  data: "541 judged pairs of reuse-dev.jsonl, document frequencies of 23905 articles of SaudiNewsNet, a group of copies counted once; for what a rewriting is worth the pairs of corpus/truth.jsonl too, a quarter each",
  collection: {
    reuse: {
      intercept: -5.2099,
      coefficients: {
        densest: 6.2684,
        bestPassage: 0.40782,
        replaced: -21.806,
        commonShare: 3.3744,
        rewriting: 5.6776,
      },
    },
    whole: {
      intercept: -6.954,
      coefficients: {
        distinctiveLess: 8.5441,
        distinctiveMore: 2.5085,
        formula: 0.23992,
        template: -1.4737,
      },
    },
    related: {
      intercept: -3.2072,
      coefficients: {
        leadLess: 7.729,
        leadMore: 3.3806,
        bothLeads: -0.73758,
        template: -3.4717,
        days: -0.92062,
      },
      threshold: 0.30986,
    },
    relatedUndated: {
      intercept: -5.2254,
      coefficients: {
        leadLess: 8.406,
        leadMore: 4.1309,
        bothLeads: -0.78269,
        template: -3.4092,
      },
      threshold: 0.31017,
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
    related: {
      intercept: -2.526,
      coefficients: {
        leadLess: 3.9464,
        leadMore: 2.3937,
        bothLeads: -0.47601,
        template: 0,
        days: -0.97149,
      },
      threshold: 0.33708,
    },
    relatedUndated: {
      intercept: -4.5838,
      coefficients: {
        leadLess: 3.8391,
        leadMore: 3.2495,
        bothLeads: -0.38858,
        template: 0,
      },
      threshold: 0.25606,
    },
  },
};
