// A year's figures frozen: what they were worked out from, how, and what came of it, with a checksum over all three. Never changed; a correction is the next one.
using Hearth.Insight.Measures.Management;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Perception.Freezing;

internal sealed class Edition
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public int YearEnding { get; init; }
    public StockType Stock { get; init; }

    /// <summary>From 1 in its year and stock.</summary>
    public int Number { get; init; }
    public byte[] Inputs { get; init; } = [];
    public byte[] Recipe { get; init; } = [];
    public byte[] Outputs { get; init; } = [];

    /// <summary>SHA-256 over inputs, recipe and outputs, one after the other, in hexadecimal.</summary>
    public string Sha256 { get; init; } = "";
    public DateTimeOffset FrozenAt { get; init; }
    public string FrozenBy { get; init; } = "";

    /// <summary>Why it took the place of the one before; empty for the first.</summary>
    public string Reason { get; init; } = "";

    public ReportingYear Year => new(YearEnding);

    public PerceptionYear Read() => Perception.Recipe.Read<PerceptionYear>(Outputs);

    /// <summary>The figures, or null where what is kept was altered so that they cannot be read.</summary>
    public PerceptionYear? Read(out bool readable)
    {
        try
        {
            var year = Read();
            readable = true;
            return year;
        }
        catch (System.Text.Json.JsonException)
        {
            readable = false;
            return null;
        }
    }

    public static string ChecksumOf(byte[] inputs, byte[] recipe, byte[] outputs)
    {
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
        hash.AppendData(inputs);
        hash.AppendData(recipe);
        hash.AppendData(outputs);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
