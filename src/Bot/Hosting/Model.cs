using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using MyCavoodle.Assistant.Offline;
using MyCavoodle.Clients.Llm;

namespace MyCavoodle.Bot.Hosting;

/// <summary>Chooses the model: the configured endpoint with the offline model behind it, or the offline model alone.</summary>
public static partial class Model
{
    public static IServiceCollection AddModel(this IServiceCollection services) => services.AddSingleton<IChatClient>(provider =>
    {
        var offline = provider.GetRequiredService<OfflineModel>();
        return provider.GetRequiredService<IOptions<LlmOptions>>().Value.IsConfigured
            ? new WithSpare(provider.GetRequiredService<OpenAiChat>(), offline, provider.GetRequiredService<ILogger<WithSpare>>())
            : offline;
    });

    /// <summary>Asks the spare when the first model fails, so that customers are answered during an outage too.</summary>
    sealed partial class WithSpare(IChatClient first, IChatClient spare, ILogger logger) : DelegatingChatClient(first)
    {
        public override async Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            List<ChatMessage> asked = [.. messages];
            try
            {
                return await base.GetResponseAsync(asked, options, cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                LogSpare(logger, e.Message);
                return await spare.GetResponseAsync(asked, options, cancellationToken);
            }
        }

        [LoggerMessage(LogLevel.Warning, "The model failed, the offline model answers: {Reason}")]
        static partial void LogSpare(ILogger logger, string reason);
    }
}
