namespace MyCavoodle.Feeds.Airtable;

/// <summary>
/// Who may change a field. The shop's and the system's are written by the hub, and an edit of one is put back; the team's flow
/// back into the hub.
/// </summary>
public enum FieldOwner { Shop, System, Team }
