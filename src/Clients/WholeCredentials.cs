using Microsoft.Extensions.Options;

namespace MyCavoodle.Clients;

/// <summary>Refuses a provider that is configured in part, naming what is missing and every way to give it.</summary>
sealed class WholeCredentials<TOptions>(string section) : IValidateOptions<TOptions> where TOptions : ProviderOptions
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var missing = options.Missing.Select(c => $"{c.Named(section)} is missing while other {section} credentials are set.").ToList();
        return missing.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(missing);
    }
}
