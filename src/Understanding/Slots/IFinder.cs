namespace MyCavoodle.Understanding.Slots;

/// <summary>Finds one kind of slot in what the finders before it have left.</summary>
interface IFinder
{
    IEnumerable<Slot> Find(SlotText text);
}
