using System.ComponentModel.DataAnnotations;

namespace MyCavoodle.Clients.Llm;

/// <summary>Section <c>Llm</c>: OpenAI, or any server that speaks its chat completions.</summary>
public sealed class LlmOptions : ProviderOptions
{
    public LlmOptions() => Timeout = TimeSpan.FromSeconds(60);

    [Required] public Uri BaseUrl { get; set; } = new("https://api.openai.com/v1/");
    public string? Model { get; set; }
    public string? ApiKey { get; set; }

    /// <value>The most one answer may cost, in tokens. Default 1,000.</value>
    [Range(16, 100_000)] public int MaxOutputTokens { get; set; } = 1_000;

    internal override IReadOnlyList<IReadOnlyList<Credential>> Credentials =>
        [[Credential.Of(nameof(Model), Model), Credential.Of(nameof(ApiKey), ApiKey)]];
}
