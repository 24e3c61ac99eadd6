namespace MyCavoodle.Understanding.Learning;

/// <summary>
/// One linear support vector machine for each class against the rest, squared hinge loss, by dual coordinate descent
/// (Hsieh et al. 2008, https://www.csie.ntu.edu.tw/~cjlin/papers/cddual.pdf), all classes at once.
/// The last row of the weights is the bias.
/// </summary>
static class MarginLearner
{
    const int MostPasses = 15;
    const float Bias = 1;

    public static Matrix Learn(IReadOnlyList<SparseVector> vectors, IReadOnlyList<int> labels, IReadOnlyList<double> weights, int features, int classes, LearningOptions options)
    {
        var learned = new Matrix(features + 1, classes);
        var duals = new Matrix(vectors.Count, classes);
        Span<float> scores = new float[learned.Width], change = new float[learned.Width];
        var order = Enumerable.Range(0, vectors.Count).ToArray();
        var chance = new Chance(20_260_101);
        for (var pass = 0; pass < MostPasses; pass++)
        {
            chance.Shuffle(order);
            var worst = 0f;
            foreach (var i in order)
            {
                var vector = vectors[i];
                scores.Clear();
                Matrix.AddScaled(learned.Row(features), Bias, scores);
                learned.Multiply(vector, scores);
                var square = Bias * Bias;
                foreach (var value in vector.Values) square += value * value;
                var slack = (float)(0.5 / (options.Cost * weights[i]));
                var dual = duals.Row(i);
                var moved = false;
                for (var k = 0; k < classes; k++)
                {
                    var side = k == labels[i] ? 1f : -1f;
                    var give = k == labels[i] ? slack / (float)options.OwnClass : slack;
                    var gradient = side * scores[k] - 1 + dual[k] * give;
                    change[k] = 0;
                    if (dual[k] == 0 && gradient >= 0) continue;
                    worst = MathF.Max(worst, MathF.Abs(gradient));
                    var next = MathF.Max(dual[k] - gradient / (square + give), 0);
                    change[k] = (next - dual[k]) * side;
                    moved |= change[k] != 0;
                    dual[k] = next;
                }
                if (!moved) continue;
                learned.Add(vector, change);
                Matrix.AddScaled(change, Bias, learned.Row(features));
            }
            if (worst < 0.05f) break;
        }
        return learned;
    }
}
