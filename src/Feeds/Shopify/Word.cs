namespace MyCavoodle.Feeds;

/// <summary>
/// How the shop's word came to us: as the answer to a question of ours (<see cref="Listed"/>), which is how things are, or by a
/// webhook, which may be late. It decides between two copies with the same time of change.
/// </summary>
/// <param name="ToldAt">When the change happened that the webhook tells of, by the shop's clock; null: listed.</param>
public readonly record struct Word(DateTimeOffset? ToldAt)
{
    public static readonly Word Listed;

    public static Word Told(DateTimeOffset? happenedAt) => new(happenedAt ?? DateTimeOffset.MinValue);
}
