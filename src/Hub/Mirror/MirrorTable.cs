namespace MyCavoodle.Hub;

/// <summary>The tables that are mirrored, in the order in which they are written: what others link to comes first.</summary>
public enum MirrorTable { Suppliers, Customers, Products, Orders, OrderLines, Inquiries, Figures }
