using MyCavoodle.Understanding.Text;

namespace MyCavoodle.Understanding.Injection;

/// <summary>
/// Logistic regression over the windows of texts, by AdaGrad in a fixed order, so that the same samples always make the
/// same weights. Most windows of a long attack say nothing about it by themselves: after a first round those that look
/// ordinary are let go, all but the most telling one.
/// </summary>
sealed class InjectionLearner
{
    const int Rounds = 10;
    const double Rate = 0.6, Decay = 2e-6;

    /// <summary>How much a text may count, in windows.</summary>
    const double MostPerText = 4;

    sealed record Row(int[] Features, bool IsAttack, double Weight, int Text);

    readonly double[] weights = new double[Window.Buckets], slopes = new double[Window.Buckets];
    double bias, biasSlope;

    /// <summary>Learns, with the line still at even odds.</summary>
    public static InjectionModel Learn(IReadOnlyList<InjectionSample> samples)
    {
        var rows = Rows(samples);
        var learner = new InjectionLearner();
        learner.Fit(rows, Rounds / 3);
        var telling = learner.Telling(rows);
        learner = new InjectionLearner();
        learner.Fit(telling, Rounds);
        return learner.Model();
    }

    static List<Row> Rows(IReadOnlyList<InjectionSample> samples)
    {
        List<Row> rows = [];
        var window = new FeatureSet();
        for (var i = 0; i < samples.Count; i++)
        {
            var plain = PlainText.Of(samples[i].Text).Text;
            var (worn, readings) = Disguises.Under(samples[i].Text, plain);
            foreach (var text in samples[i].IsAttack ? [.. readings.Select(r => PlainText.Of(r).Text), plain] : new[] { plain })
            {
                var tokens = Token.In(text);
                (int From, int To)[] windows = [.. Window.Over(tokens.Count)];
                foreach (var (from, to) in windows)
                {
                    window.Clear();
                    Window.Features(text, tokens, from, to, worn, (feature, _, _) => window.Add(feature));
                    rows.Add(new(window.Features.ToArray(), samples[i].IsAttack, Math.Min(1, MostPerText / windows.Length), i));
                }
            }
        }
        return rows;
    }

    List<Row> Telling(List<Row> rows)
    {
        var most = new Dictionary<int, double>();
        foreach (var row in rows.Where(r => r.IsAttack)) most[row.Text] = Math.Max(most.GetValueOrDefault(row.Text, double.NegativeInfinity), Logit(row));
        return [.. rows.Where(r => !r.IsAttack || Logit(r) is var logit && (logit > -1 || logit >= most[r.Text]))];
    }

    double Logit(Row row)
    {
        var sum = 0.0;
        foreach (var feature in row.Features) sum += weights[feature];
        return sum / Math.Sqrt(row.Features.Length + InjectionModel.Silent) + bias;
    }

    void Fit(List<Row> rows, int rounds)
    {
        // Attacks are few; together they count as much as a third of the ordinary
        var (attacks, ordinary) = (rows.Where(r => r.IsAttack).Sum(r => r.Weight), rows.Where(r => !r.IsAttack).Sum(r => r.Weight));
        var balance = attacks > 0 ? Math.Max(1, ordinary / attacks / 3) : 1;
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var dice = 88172645463325252UL;
        for (var round = 0; round < rounds; round++)
        {
            for (var i = order.Length - 1; i > 0; i--)
            {
                dice ^= dice << 13; dice ^= dice >> 7; dice ^= dice << 17;
                var j = (int)(dice % (ulong)(i + 1));
                (order[i], order[j]) = (order[j], order[i]);
            }
            foreach (var at in order) Step(rows[at], rows[at].IsAttack ? balance * rows[at].Weight : rows[at].Weight);
        }
    }

    void Step(Row row, double weight)
    {
        if (row.Features.Length == 0) return;
        var error = (1 / (1 + Math.Exp(-Logit(row))) - (row.IsAttack ? 1 : 0)) * Math.Min(weight, 20);
        biasSlope += error * error;
        bias -= 0.1 * error / Math.Sqrt(biasSlope + 1);
        var each = error / Math.Sqrt(row.Features.Length + InjectionModel.Silent);
        if (Math.Abs(each) < 1e-7) return;
        foreach (var feature in row.Features)
        {
            var slope = each + Decay * weights[feature];
            slopes[feature] += slope * slope;
            weights[feature] -= Rate * slope / Math.Sqrt(slopes[feature] + 1e-4);
        }
    }

    InjectionModel Model()
    {
        var largest = weights.Max(Math.Abs);
        var scale = (float)(largest > 0 ? largest / 127 : 1);
        return new([.. weights.Select(w => (sbyte)Math.Round(w / scale))], scale, (float)bias, 0);
    }
}
