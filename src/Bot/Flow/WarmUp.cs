using MyCavoodle.Hub;
using MyCavoodle.Understanding;
using MyCavoodle.Understanding.Slots;
using MyCavoodle.Understanding.Times;

namespace MyCavoodle.Bot.Flow;

/// <summary>
/// Reads some messages nobody wrote while the host starts, so that the first customers do not wait until the reader's code
/// is compiled, and gives back what loading its weights left behind.
/// </summary>
public sealed class WarmUp(MessageReader reader, TimeProvider time) : BackgroundService
{
    const int Rounds = 6, Readings = 40;

    static readonly string[] Messages =
    [
        "hi, where is order #1042? it was due on friday", "do you have the oatmeal shampoo in 500 ml, and how much is postage to Perth?",
        "The bottle leaked everywhere and the brush is broken. I'd like my money back please, jo@example.com", "can i talk to a person", "thanks so much!!",
    ];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var names = new SlotReader(ShopWords.None);
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < Readings; i++) reader.Read(Messages[i % Messages.Length], names, new TimeSetting(time.GetUtcNow(), Sydney.Zone));
            // The compiler looks again at what ran often only when it is left in peace for a moment.
            await Task.Delay(TimeSpan.FromMilliseconds(150), stoppingToken);
        }
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
