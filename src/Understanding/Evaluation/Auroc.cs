namespace MyCavoodle.Understanding.Evaluation;

/// <summary>How well a score parts two kinds: the chance that one of the kind sought scores above one of the others; 0.5 is guessing.</summary>
public static class Auroc
{
    /// <returns>NaN when one of the kinds is missing.</returns>
    public static double Of(IEnumerable<(double Score, bool IsSought)> scored)
    {
        var ordered = scored.OrderBy(s => s.Score).ToList();
        double ranks = 0, sought = ordered.Count(s => s.IsSought), others = ordered.Count - sought;
        for (int from = 0, to; from < ordered.Count; from = to)
        {
            for (to = from + 1; to < ordered.Count && ordered[to].Score == ordered[from].Score;) to++;
            // Equal scores share the mean of their ranks.
            ranks += (from + 1 + to) / 2.0 * ordered.Take(from..to).Count(s => s.IsSought);
        }
        return sought == 0 || others == 0 ? double.NaN : (ranks - sought * (sought + 1) / 2) / (sought * others);
    }
}
