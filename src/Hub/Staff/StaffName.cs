namespace MyCavoodle.Hub;

/// <summary>The people behind the desk: the VA, Bella (the founder) and Josh (the technical admin).</summary>
public enum StaffName { Va, Bella, Josh }
