using System.Globalization;
using System.Text;
using MyCavoodle.Bot.Flow;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace MyCavoodle.Bot.Telemetry;

/// <summary>
/// The counters as text at <c>/metrics</c>, collected when asked.
/// <see href="https://prometheus.io/docs/instrumenting/exposition_formats/"/>
/// </summary>
public sealed class MetricsPage : IDisposable
{
    readonly MeterProvider provider;
    readonly BaseExportingMetricReader reader;
    readonly TextExporter exporter = new();
    readonly Lock scrape = new();

    public MetricsPage(FlowMeter flow)
    {
        reader = new BaseExportingMetricReader(exporter);
        provider = Sdk.CreateMeterProviderBuilder()
            .AddMeter(flow.Name, "Microsoft.AspNetCore.Hosting", "System.Net.Http", "System.Runtime")
            .AddReader(reader)
            .Build();
    }

    public string Read()
    {
        lock (scrape)
        {
            reader.Collect();
            return exporter.Text;
        }
    }

    public void Dispose()
    {
        provider.Dispose();
        exporter.Dispose();
    }

    sealed class TextExporter : BaseExporter<Metric>
    {
        public string Text { get; private set; } = "";

        public override ExportResult Export(in Batch<Metric> batch)
        {
            var page = new StringBuilder();
            foreach (var metric in batch) Write(page, metric);
            Text = page.ToString();
            return ExportResult.Success;
        }

        static void Write(StringBuilder page, Metric metric)
        {
            var name = Name(metric.Name);
            var isHistogram = metric.MetricType is MetricType.Histogram;
            if (metric.MetricType is MetricType.ExponentialHistogram) return;
            page.Append(CultureInfo.InvariantCulture, $"# HELP {name} {metric.Description}\n");
            page.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {(isHistogram ? "histogram" : metric.MetricType is MetricType.LongSum or MetricType.DoubleSum ? "counter" : "gauge")}\n");
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                var labels = Labels(point);
                if (isHistogram) WriteHistogram(page, name, labels, point);
                else page.Append(CultureInfo.InvariantCulture, $"{name}{Braces(labels)} {Value(metric.MetricType, point)}\n");
            }
        }

        static void WriteHistogram(StringBuilder page, string name, string labels, in MetricPoint point)
        {
            long sum = 0;
            foreach (var bucket in point.GetHistogramBuckets())
            {
                sum += bucket.BucketCount;
                var bound = double.IsPositiveInfinity(bucket.ExplicitBound) ? "+Inf" : bucket.ExplicitBound.ToString(CultureInfo.InvariantCulture);
                page.Append(CultureInfo.InvariantCulture, $"{name}_bucket{Braces(Join(labels, $"le=\"{bound}\""))} {sum}\n");
            }
            page.Append(CultureInfo.InvariantCulture, $"{name}_sum{Braces(labels)} {point.GetHistogramSum()}\n{name}_count{Braces(labels)} {point.GetHistogramCount()}\n");
        }

        static string Value(MetricType type, in MetricPoint point) => type switch
        {
            MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong().ToString(CultureInfo.InvariantCulture),
            MetricType.LongGauge => point.GetGaugeLastValueLong().ToString(CultureInfo.InvariantCulture),
            MetricType.DoubleGauge => point.GetGaugeLastValueDouble().ToString(CultureInfo.InvariantCulture),
            _ => point.GetSumDouble().ToString(CultureInfo.InvariantCulture),
        };

        static string Labels(in MetricPoint point)
        {
            var labels = "";
            foreach (var tag in point.Tags) labels = Join(labels, $"{Name(tag.Key)}=\"{Escape(tag.Value?.ToString() ?? "")}\"");
            return labels;
        }

        static string Join(string labels, string label) => labels.Length == 0 ? label : $"{labels},{label}";

        static string Braces(string labels) => labels.Length == 0 ? "" : $"{{{labels}}}";

        static string Name(string name) => name.Replace('.', '_').Replace('-', '_');

        static string Escape(string value) =>
            value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
    }
}
