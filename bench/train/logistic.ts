/**
 * Logistic regression with an L2 penalty on standardised features, fitted by Newton's method.
 * Small on purpose: a dozen features, some hundreds of rows, the same result on every machine.
 */

export interface Logistic {
  readonly intercept: number;
  /** One for each feature, for features as they come (not standardised). */
  readonly coefficients: readonly number[];
}

const ITERATIONS = 50;
const CONVERGED = 1e-10;

/** `penalty` is the weight of ½‖β‖² in the summed log loss; the intercept is free. Rows count `weights`. */
export function fitLogistic(
  rows: readonly Float64Array[],
  labels: readonly boolean[],
  penalty: number,
  weights: readonly number[] = rows.map(() => 1),
): Logistic {
  const size = rows[0]?.length ?? 0;
  const { means, deviations } = standardisation(rows, size);
  const design = rows.map((row) => {
    const standard = new Float64Array(size + 1);
    standard[0] = 1;
    for (let j = 0; j < size; j++) standard[j + 1] = (row[j]! - means[j]!) / deviations[j]!;
    return standard;
  });
  const beta = new Float64Array(size + 1);
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const step = newtonStep(design, labels, weights, beta, penalty);
    let largest = 0;
    for (let j = 0; j <= size; j++) {
      beta[j]! += step[j]!;
      largest = Math.max(largest, Math.abs(step[j]!));
    }
    if (largest < CONVERGED) break;
  }
  const coefficients = Array.from({ length: size }, (_, j) => beta[j + 1]! / deviations[j]!);
  const intercept = coefficients.reduce((sum, c, j) => sum - c * means[j]!, beta[0]!);
  return { intercept, coefficients };
}

export function logit(model: Logistic, row: Float64Array): number {
  return model.coefficients.reduce((sum, c, j) => sum + c * row[j]!, model.intercept);
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

function newtonStep(
  design: readonly Float64Array[],
  labels: readonly boolean[],
  weights: readonly number[],
  beta: Float64Array,
  penalty: number,
): Float64Array {
  const size = beta.length;
  const gradient = new Float64Array(size);
  const hessian = Array.from({ length: size }, () => new Float64Array(size));
  for (let i = 0; i < design.length; i++) {
    const x = design[i]!;
    let z = 0;
    for (let j = 0; j < size; j++) z += x[j]! * beta[j]!;
    const p = sigmoid(z);
    const error = weights[i]! * ((labels[i] ? 1 : 0) - p);
    const curvature = weights[i]! * Math.max(p * (1 - p), 1e-6);
    for (let j = 0; j < size; j++) {
      gradient[j]! += error * x[j]!;
      for (let k = 0; k <= j; k++) hessian[j]![k]! += curvature * x[j]! * x[k]!;
    }
  }
  for (let j = 1; j < size; j++) {
    gradient[j]! -= penalty * beta[j]!;
    hessian[j]![j]! += penalty;
  }
  return solve(hessian, gradient);
}

/** Solves a symmetric positive definite system, given its lower triangle, by Cholesky decomposition. */
function solve(lower: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  for (let j = 0; j < size; j++) {
    for (let k = 0; k < j; k++) {
      for (let i = j; i < size; i++) lower[i]![j]! -= lower[i]![k]! * lower[j]![k]!;
    }
    const root = Math.sqrt(lower[j]![j]!);
    for (let i = j; i < size; i++) lower[i]![j]! /= root;
  }
  const x = right.slice();
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i]![k]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i]! -= lower[k]![i]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
}

function standardisation(rows: readonly Float64Array[], size: number) {
  const means = new Float64Array(size);
  const deviations = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    const mean = rows.reduce((sum, row) => sum + row[j]!, 0) / rows.length;
    const variance = rows.reduce((sum, row) => sum + (row[j]! - mean) ** 2, 0) / rows.length;
    means[j] = mean;
    deviations[j] = Math.sqrt(variance) || 1;
  }
  return { means, deviations };
}
