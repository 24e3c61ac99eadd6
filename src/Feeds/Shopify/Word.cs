namespace MyCavoodle.Feeds;

/// <summary>How the shop's word came to us; it decides between two copies with the same time of change, which is told in whole seconds.</summary>
public enum Word
{
    /// <summary>By a webhook, which may be late: a copy that is behind what is known is not taken.</summary>
    Told,
    /// <summary>As the answer to a question of ours: it is how things are.</summary>
    Listed,
}
