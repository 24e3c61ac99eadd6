using System.Security.Cryptography;
using System.Text;

namespace MyCavoodle.Understanding.Weights;

/// <summary>
/// Everything learned, in one file: named sections, in order of their names, one an engine, and a SHA-256 over all of
/// it. The same sections always make the same bytes, so no times and no compression in here.
/// </summary>
public sealed class WeightsFile
{
    static readonly byte[] Magic = "MCW1"u8.ToArray();

    readonly SortedDictionary<string, byte[]> sections = new(StringComparer.Ordinal);

    public IEnumerable<(string Name, int Bytes)> Sections => sections.Select(s => (s.Key, s.Value.Length));

    public bool Has(string section) => sections.ContainsKey(section);

    /// <exception cref="InvalidDataException">There is no such section.</exception>
    public T Read<T>(string section, Func<BinaryReader, T> read)
    {
        if (!sections.TryGetValue(section, out var bytes)) throw new InvalidDataException($"The weights hold no \"{section}\"; run offline train.");
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        return read(reader);
    }

    public void Write(string section, Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true)) write(writer);
        sections[section] = bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">It is no weights file, or not whole.</exception>
    public static WeightsFile Open(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length < Magic.Length + SHA256.HashSizeInBytes || !bytes.AsSpan(0, Magic.Length).SequenceEqual(Magic)
            || !SHA256.HashData(bytes.AsSpan(..^SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(bytes.AsSpan(^SHA256.HashSizeInBytes..)))
            throw new InvalidDataException($"{path} is no whole weights file; run offline train.");
        var file = new WeightsFile();
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        reader.ReadBytes(Magic.Length);
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var name = reader.ReadString();
            file.sections[name] = reader.ReadBytes(reader.ReadInt32());
        }
        return file;
    }

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(sections.Count);
            foreach (var (name, section) in sections)
            {
                writer.Write(name);
                writer.Write(section.Length);
                writer.Write(section);
            }
        }
        bytes.Write(SHA256.HashData(bytes.ToArray()));
        return bytes.ToArray();
    }
}
