/** Made by `npm run train`; do not edit. */
import type { VerdictModel } from "./model.js";

export const MODEL: VerdictModel = {
  version: 4,
  data: "541 judged pairs of reuse-dev.jsonl, document frequencies of 23905 articles of SaudiNewsNet, a group of copies counted once",
  collection: {
    reuse: {
      intercept: -5.3103,
      coefficients: {
        densest: 5.6961,
        bestPassage: 0.5595,
        replaced: -7.1841,
        commonShare: 3.5985,
      },
    },
    whole: {
      intercept: -6.9181,
      coefficients: {
        distinctiveLess: 8.5224,
        distinctiveMore: 2.4838,
        formula: 0.24106,
        template: -1.474,
      },
    },
    related: {
      intercept: -3.2106,
      coefficients: {
        leadLess: 7.7755,
        leadMore: 3.3982,
        bothLeads: -0.73828,
        template: -3.6111,
        days: -0.92784,
      },
      threshold: 0.28818,
    },
    relatedUndated: {
      intercept: -5.2455,
      coefficients: {
        leadLess: 8.4732,
        leadMore: 4.1339,
        bothLeads: -0.78807,
        template: -3.5043,
      },
      threshold: 0.29603,
    },
  },
  bare: {
    reuse: {
      intercept: -5.962,
      coefficients: {
        densest: 5.6218,
        bestPassage: 0.74249,
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
