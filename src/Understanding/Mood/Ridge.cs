namespace MyCavoodle.Understanding.Mood;

/// <summary>Least squares with a penalty on large weights, by conjugate gradients; the same rows always make the same weights.</summary>
static class Ridge
{
    public static double[] Fit(IReadOnlyList<SparseRow> rows, double[] targets, int features, double penalty, int rounds)
    {
        var weights = new double[features];
        var residual = Transposed(rows, targets, features);
        var direction = (double[])residual.Clone();
        var size = Dot(residual, residual);
        var start = size;
        for (var round = 0; round < rounds && size > 1e-6 * start; round++)
        {
            var along = new double[rows.Count];
            for (var i = 0; i < along.Length; i++) along[i] = rows[i].Dot(direction);
            var image = Transposed(rows, along, features);
            for (var j = 0; j < features; j++) image[j] += penalty * direction[j];
            var step = size / Dot(direction, image);
            for (var j = 0; j < features; j++)
            {
                weights[j] += step * direction[j];
                residual[j] -= step * image[j];
            }
            var next = Dot(residual, residual);
            for (var j = 0; j < features; j++) direction[j] = residual[j] + next / size * direction[j];
            size = next;
        }
        return weights;
    }

    static double[] Transposed(IReadOnlyList<SparseRow> rows, double[] by, int features)
    {
        var sum = new double[features];
        for (var i = 0; i < by.Length; i++) rows[i].AddTo(sum, by[i]);
        return sum;
    }

    static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
