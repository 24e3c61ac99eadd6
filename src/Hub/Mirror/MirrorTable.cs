namespace MyCavoodle.Hub;

/// <summary>The tables that are mirrored.</summary>
public enum MirrorTable { Suppliers, Customers, Products, Orders, OrderLines, Inquiries, Figures }
