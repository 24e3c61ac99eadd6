namespace MyCavoodle.Sandbox.Airtable;

/// <summary>What there is to know about a type of field. https://airtable.com/developers/web/api/field-model</summary>
static class FieldType
{
    static readonly HashSet<string> Texts = ["singleLineText", "multilineText", "richText", "email", "url", "phoneNumber"];
    static readonly HashSet<string> Numbers = ["number", "percent", "currency", "rating", "duration"];
    static readonly HashSet<string> Others =
    [
        "checkbox", "singleSelect", "multipleSelects", "date", "dateTime", "barcode", "multipleAttachments", "singleCollaborator", "multipleCollaborators", "multipleRecordLinks",
    ];
    static readonly HashSet<string> Computed =
    [
        "formula", "rollup", "multipleLookupValues", "count", "autoNumber", "createdTime", "lastModifiedTime", "createdBy", "lastModifiedBy", "button", "aiText", "externalSyncSource",
    ];
    /// <summary>What a person can make by hand here; the rest of the computed ones are only refused.</summary>
    static readonly HashSet<string> ByHand = ["formula", "rollup", "multipleLookupValues", "count", "autoNumber", "createdTime", "lastModifiedTime", "createdBy", "lastModifiedBy"];
    static readonly HashSet<string> NotPrimary =
    [
        "checkbox", "multipleAttachments", "multipleRecordLinks", "singleCollaborator", "multipleCollaborators", "singleSelect", "multipleSelects", "rating",
        "rollup", "multipleLookupValues", "count", "createdTime", "lastModifiedTime", "createdBy", "lastModifiedBy",
    ];
    static readonly HashSet<string> Mergeable = ["number", "percent", "currency", "duration", "rating", "singleSelect", "multipleSelects", "date", "dateTime", .. Texts];

    public static bool IsText(string type) => Texts.Contains(type);
    public static bool IsNumber(string type) => Numbers.Contains(type);
    public static bool IsComputed(string type) => Computed.Contains(type);
    public static bool IsSelect(string type) => type is "singleSelect" or "multipleSelects";
    public static bool IsCreatable(string type) => Texts.Contains(type) || Numbers.Contains(type) || Others.Contains(type);
    public static bool IsCreatableByHand(string type) => IsCreatable(type) || ByHand.Contains(type);
    public static bool IsKnown(string type) => IsCreatable(type) || IsComputed(type);
    public static bool CanBePrimary(string type) => !NotPrimary.Contains(type);
    /// <summary>Whether an upsert may tell records apart by it.</summary>
    public static bool CanBeMergedOn(string type) => Mergeable.Contains(type);
}
