namespace MyCavoodle.Hub;

public enum CopyStep { Comparing, Copying, Checking }

/// <summary>How far a copy is: in one table, and over all tables of this step.</summary>
public sealed record CopyProgress(CopyStep Step, string Table, long Rows, long OfRows, long AllRows, long OfAllRows);

/// <summary>What a table adds up to on both sides after the copy.</summary>
public sealed record CopyCheck(CopyTable Table, TableSum Source, TableSum Target)
{
    public bool IsEqual => Source.Equals(Target);
}

/// <summary>The target has rows that are not the source's: it is another shop's, or the source has changed since they were copied.</summary>
public sealed class ForeignHubException(string message) : Exception(message);
